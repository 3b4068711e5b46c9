/** What the repository around a project must be for a run to start in it. */
@NullMarked
package dev.lindy.project.repository;

import org.jspecify.annotations.NullMarked;
