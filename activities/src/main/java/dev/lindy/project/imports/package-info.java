/**
 * What source files import, read from their tokens so that comments and strings never count; entered by {@link
 * dev.lindy.project.imports.SourceLanguage}.
 */
@NullMarked
package dev.lindy.project.imports;

import org.jspecify.annotations.NullMarked;
