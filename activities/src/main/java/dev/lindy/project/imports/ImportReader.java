package dev.lindy.project.imports;

import java.util.List;

/** Finds the imports of one language. */
interface ImportReader {

    List<Import> read(Tokens tokens);
}
