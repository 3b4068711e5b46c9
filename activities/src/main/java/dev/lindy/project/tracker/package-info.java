/** Issues of a project's tracker, entered by {@link dev.lindy.project.tracker.GitHubIssues}. */
@NullMarked
package dev.lindy.project.tracker;

import org.jspecify.annotations.NullMarked;
