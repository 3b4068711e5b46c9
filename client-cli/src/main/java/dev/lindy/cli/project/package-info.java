/** What commands need of a project's files, entered by {@link dev.lindy.cli.project.Projects}. */
@NullMarked
package dev.lindy.cli.project;

import org.jspecify.annotations.NullMarked;
