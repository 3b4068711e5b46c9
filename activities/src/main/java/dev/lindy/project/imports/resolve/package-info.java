/**
 * Which files and folders of a project imports mean, entered by {@link dev.lindy.project.imports.resolve.ImportTargets}.
 */
@NullMarked
package dev.lindy.project.imports.resolve;

import org.jspecify.annotations.NullMarked;
