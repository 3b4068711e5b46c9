/** The project config, {@code orchestrator.yaml}, entered by {@code ConfigLoader}. */
@NullMarked
package dev.lindy.project.config;

import org.jspecify.annotations.NullMarked;
