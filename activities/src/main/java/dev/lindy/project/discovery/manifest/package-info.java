/** What a build file says, in the same terms for all ecosystems, entered by {@link dev.lindy.project.discovery.manifest.Manifest}. */
@NullMarked
package dev.lindy.project.discovery.manifest;

import org.jspecify.annotations.NullMarked;
