package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.List;

/** Finds what the imports of one language mean. */
interface Targets {

    /**
     * Files and folders of the project that are meant; none for what is not the project's.
     *
     * @param file that imports
     */
    List<String> of(String file, Import imported);
}
