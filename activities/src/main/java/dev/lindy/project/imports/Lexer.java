package dev.lindy.project.imports;

import dev.lindy.project.imports.Syntax.Backtick;
import dev.lindy.project.imports.Syntax.Extra;
import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Takes a source text apart, in one pass. Damaged text gives some tokens, never an error. */
final class Lexer {

    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "do", "else", "await", "yield", "throw");

    /** Longer names and regular expressions are none, in characters. */
    private static final int LONGEST = 1_000;

    private final String text;
    private final Syntax syntax;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> templates = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int braces;

    private Lexer(String text, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    static Tokens read(String text, Syntax syntax) {
        Lexer lexer = new Lexer(text, syntax);
        lexer.at = text.startsWith("\uFEFF") ? 1 : 0;
        if (text.startsWith("#!")) {
            lexer.skipLine();
        }
        while (lexer.at < text.length()) {
            lexer.step();
        }
        return new Tokens(lexer.tokens);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.LINE_END, "", line++);
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '\\' && (text.startsWith("\n", at + 1) || text.startsWith("\r\n", at + 1))) {
            at = text.indexOf('\n', at) + 1;
            line++;
        } else if (text.startsWith(syntax.lineComment(), at)) {
            skipLine();
        } else if (syntax.blockComments() && text.startsWith("/*", at)) {
            skipComment();
        } else if (syntax.quotes().indexOf(c) >= 0) {
            quoted(c);
        } else if (c == '`' && syntax.backtick() != Backtick.NOTHING) {
            backtick();
        } else if (Character.isJavaIdentifierPart(c)) {
            word();
        } else if (c == '/' && syntax.extra() == Extra.REGEX && valueMayFollow() && regexEnd() > 0) {
            at = regexEnd();
            add(Kind.STRING, "", line);
        } else if (c == '\'' && syntax.extra() == Extra.RUST) {
            character();
        } else {
            symbol(c);
        }
    }

    private void symbol(char c) {
        at++;
        if (c == '}' && !templates.isEmpty() && templates.peek() == braces) {
            templates.pop();
            template();
            return;
        }
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        add(Kind.SYMBOL, String.valueOf(c), line);
    }

    private void word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        boolean isRaw = syntax.extra() == Extra.RUST && (word.equals("r") || word.equals("br") || word.equals("cr"));
        if (!isRaw || !rawString()) {
            add(Kind.WORD, word, line);
        }
    }

    private boolean rawString() {
        int quote = at;
        while (quote < text.length() && text.charAt(quote) == '#') {
            quote++;
        }
        if (!text.startsWith("\"", quote)) {
            return false;
        }
        String end = "\"" + text.substring(at, quote);
        string(quote + 1, end, true, false);
        return true;
    }

    private void quoted(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        if (syntax.tripleQuotes() && text.startsWith(triple, at)) {
            string(at + 3, triple, true, syntax.escapes());
        } else if (syntax.extra() == Extra.VERBATIM && quote == '"' && isVerbatim()) {
            verbatim();
        } else {
            // Rust's strings may go over lines
            string(at + 1, String.valueOf(quote), syntax.extra() == Extra.RUST, true);
        }
    }

    private boolean isVerbatim() {
        return text.startsWith("@", at - 1) || text.startsWith("@$", at - 2);
    }

    private void verbatim() {
        int started = at + 1;
        int end = started;
        while (end < text.length() && (text.charAt(end) != '"' || text.startsWith("\"\"", end))) {
            end += text.charAt(end) == '"' ? 2 : 1;
        }
        finish(started, Math.min(end, text.length()), 1);
    }

    private void backtick() {
        if (syntax.backtick() == Backtick.TEMPLATE) {
            at++;
            template();
        } else if (syntax.backtick() == Backtick.RAW_STRING) {
            string(at + 1, "`", true, false);
        } else {
            name();
        }
    }

    private void name() {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST && "`\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (text.startsWith("`", end)) {
            add(Kind.WORD, text.substring(at + 1, end), line);
            at = end + 1;
        } else {
            symbol('`');
        }
    }

    /** The rest of a template, up to its end or to code inside of it. */
    private void template() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                at++;
                add(Kind.STRING, "", line);
                return;
            }
            if (text.startsWith("${", at)) {
                templates.push(braces);
                at += 2;
                return;
            }
            line += c == '\n' ? 1 : 0;
            at += c == '\\' && !text.startsWith("\n", at + 1) ? 2 : 1;
        }
    }

    private void character() {
        int end = text.startsWith("\\", at + 1) ? text.indexOf('\'', at + 3) : at + 2;
        boolean isCharacter = end > 0 && end < text.length() && text.charAt(end) == '\'' && end - at < 16;
        if (isCharacter) {
            at = end + 1;
        } else {
            symbol('\'');
        }
    }

    private void string(int start, String end, boolean manyLines, boolean escapes) {
        int place = start;
        while (place < text.length() && !text.startsWith(end, place)) {
            if (text.charAt(place) == '\n' && !manyLines) {
                finish(start, place, 0);
                return;
            }
            boolean escaped = escapes && text.charAt(place) == '\\' && !text.startsWith("\n", place + 1);
            place += escaped ? 2 : 1;
        }
        finish(start, Math.min(place, text.length()), end.length());
    }

    private void finish(int start, int end, int quotes) {
        String content = text.substring(start, end);
        add(Kind.STRING, content, line);
        line += (int) content.chars().filter(c -> c == '\n').count();
        at = end + quotes;
    }

    private boolean valueMayFollow() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token before = tokens.get(tokens.size() - 1);
        return switch (before.kind()) {
            case LINE_END -> true;
            case STRING -> false;
            case WORD -> BEFORE_VALUE.contains(before.text());
            case SYMBOL -> !")]}".contains(before.text());
        };
    }

    /** Where a regular expression that starts here ends, or 0 where none does. */
    private int regexEnd() {
        boolean inClass = false;
        int most = Math.min(text.length(), at + LONGEST);
        for (int i = at + 1; i < most && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                return i + 1;
            }
        }
        return 0;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void skipComment() {
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at) && (depth == 0 || syntax.nestedComments())) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return;
                }
            } else {
                line += text.charAt(at++) == '\n' ? 1 : 0;
            }
        }
    }

    private void add(Kind kind, String content, int where) {
        tokens.add(new Token(kind, content, where));
    }
}
