package dev.lindy.project.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** W-42, W-43: what is in comments and strings is no import, and relative imports are. */
class SourceLanguageTest {

    private static List<String> targets(String file, String text) {
        return SourceLanguage.of(file).orElseThrow().imports(text).stream()
                .map(found ->
                        found.line() + " " + found.target() + (found.names().isEmpty() ? "" : " " + found.names()))
                .toList();
    }

    @Test
    void knowsNoImportsOfOtherFiles() {
        assertThat(SourceLanguage.of("README.md")).isEmpty();
        assertThat(SourceLanguage.of("Makefile")).isEmpty();
    }

    @Nested
    class Python {

        @Test
        void readsModulesAndNames() {
            assertThat(targets("a.py", """
                            import os, app.models as m
                            from app.services import (
                                auth,  # comment
                                users as u,
                            )
                            try: import fast
                            except ImportError: import slow; import other
                            """))
                    .containsExactly(
                            "1 os", "1 app.models", "2 app.services [auth, users]", "6 fast", "7 slow", "7 other");
        }

        @Test
        void readsRelativeOnes() {
            assertThat(targets("a.py", "from . import a\nfrom ..b.c import d\nfrom ... import *\nfrom .e import f"))
                    .containsExactly("1 . [a]", "2 ..b.c [d]", "3 ...", "4 .e [f]");
        }

        @Test
        void readsThoseInsideOfFunctions() {
            assertThat(targets("a.py", "def f():\n    from app import x\n    if y: import z\n"))
                    .containsExactly("2 app [x]", "3 z");
        }

        @Test
        void skipsCommentsStringsAndWords() {
            assertThat(targets("a.py", """
                            # import web
                            \"\"\"
                            from web import x
                            ```
                            import web
                            ```
                            \"\"\"
                            text = 'import web'
                            r = r'\\' + "import web"
                            raise X from web
                            yield from web
                            important = 1
                            call(
                                import_web)
                            x = f'''
                            import web
                            '''
                            import real
                            """)).containsExactly("18 real");
        }

        @Test
        void goesOnAfterAContinuedLine() {
            assertThat(targets("a.py", "from a \\\n  import b\nimport c\n")).containsExactly("1 a [b]", "3 c");
        }
    }

    @Nested
    class Script {

        @Test
        void readsEveryForm() {
            assertThat(targets("a.ts", """
                            import a from './a';
                            import type { B,
                              C } from "../b"
                            import * as d from 'd'
                            import './side';
                            export * from './e';
                            export { f } from './f'
                            const g = require('./g');
                            const h = await import('./h');
                            import i = require("./i");
                            """))
                    .containsExactly(
                            "1 ./a", "3 ../b", "4 d", "5 ./side", "6 ./e", "7 ./f", "8 ./g", "9 ./h", "10 ./i");
        }

        @Test
        void skipsCommentsStringsTemplatesAndExpressions() {
            assertThat(targets("a.tsx", """
                            // import x from './x'
                            /* import x from './x' */
                            const s = "import x from './x'";
                            const t = `
                            import x from './x'
                            ${ f(`import './y'`) } import './z'
                            `;
                            const r = /import '.\\/x'["']/;
                            const from = 'web';
                            obj.require('./x'); obj.import('./x');
                            const q = a / b; const w = "./x" / c;
                            <p>Don't import from './x'</p>
                            import real from './real';
                            """)).containsExactly("13 ./real");
        }

        @Test
        void readsScriptsOfComponentsOnly() {
            assertThat(targets(
                            "a.vue",
                            "<template>\n<p>import x from './x'</p>\n</template>\n<script setup lang=\"ts\">\n"
                                    + "import y from './y'\n</script>\n"))
                    .containsExactly("5 ./y");
        }
    }

    @Nested
    class Jvm {

        @Test
        void readsJava() {
            assertThat(targets("A.java", """
                            package a;
                            /* import a.no; */ import a.b.C;
                            import static a.b.D.of;
                            import a.c.*;
                            class A { String s = \"\"\"
                              import a.no;
                              \"\"\"; char c = '"'; // import a.no;
                              String t = "import a.no;"; }
                            """)).containsExactly("2 a.b.C", "3 a.b.D.of", "4 a.c.*");
        }

        @Test
        void readsKotlinAndScala() {
            assertThat(targets("A.kt", "/* /* x */ import a.no */\nimport a.`in`.B as C\nimport a.d\n"))
                    .containsExactly("2 a.in.B", "3 a.d");
            assertThat(targets("A.scala", "import a.b.{C, D}\nobject X { import e.f._ }"))
                    .containsExactly("1 a.b [C, D]", "2 e.f._");
        }
    }

    @Test
    void readsGo() {
        assertThat(targets("a.go", """
                        package a
                        // import "no"
                        import "fmt"
                        import x "a/b"
                        import (
                            . "c"
                            _ `d/e` // "no"
                        )
                        var s = "no"
                        var r = `
                        import "no"
                        `
                        """)).containsExactly("3 fmt", "4 a/b", "6 c", "7 d/e");
    }

    @Test
    void readsRust() {
        assertThat(targets("a.rs", """
                        use crate::a::{b::C, d::{self, E as F}, g::*};
                        pub(crate) use super::h;
                        extern crate i;
                        /* /* */ use no; */
                        fn f<'a>(x: &'a str) { let c = '"'; let s = r#"use no;"#; let t = "
                        use no;
                        "; use self::j; }
                        """))
                .containsExactly(
                        "1 crate::a::b::C",
                        "1 crate::a::d",
                        "1 crate::a::d::E",
                        "1 crate::a::g::*",
                        "2 super::h",
                        "3 i",
                        "7 self::j");
    }

    @Test
    void readsDotnet() {
        assertThat(targets("a.cs", """
                        global using A.B;
                        using static C.D;
                        using E = F.G;
                        // using No;
                        class X { void Y() { using var s = new No(); using (No.Z()) { } var t = @"
                        using No;"; } }
                        """)).containsExactly("1 A.B", "2 C.D", "3 F.G");
    }

    @Test
    void readsDart() {
        assertThat(targets("a.dart", "import 'package:a/b.dart' as b;\n// import 'no';\nexport '../c.dart';\n"))
                .containsExactly("1 package:a/b.dart", "3 ../c.dart");
    }

    @Nested
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    class Hostile {

        @Test
        void readsDamagedTextInBoundedTime() {
            List<String> pieces = List.of(
                    "`${",
                    "/*",
                    "\"\"\"",
                    "r#\"",
                    "use a::{",
                    "import ",
                    "import (",
                    "from x import (",
                    "'",
                    "/[",
                    "{",
                    "@\"",
                    "\\",
                    "<script>",
                    "import a.{");
            for (SourceLanguage language : SourceLanguage.values()) {
                for (String piece : pieces) {
                    assertThat(language.imports(piece.repeat(100_000))).isNotNull();
                }
            }
        }
    }
}
