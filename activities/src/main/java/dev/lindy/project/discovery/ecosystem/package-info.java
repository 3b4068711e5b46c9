/** What manifests say, one class for each ecosystem, entered by {@link dev.lindy.project.discovery.ecosystem.Ecosystems}. */
@NullMarked
package dev.lindy.project.discovery.ecosystem;

import org.jspecify.annotations.NullMarked;
