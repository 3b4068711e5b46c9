/** The folders and files of a project, looked at within bounds, entered by {@link dev.lindy.project.discovery.tree.SourceTree}. */
@NullMarked
package dev.lindy.project.discovery.tree;

import org.jspecify.annotations.NullMarked;
