/** What only a person can say of a project, entered by {@link dev.lindy.project.discovery.interview.Interview}; prints nothing. */
@NullMarked
package dev.lindy.project.discovery.interview;

import org.jspecify.annotations.NullMarked;
