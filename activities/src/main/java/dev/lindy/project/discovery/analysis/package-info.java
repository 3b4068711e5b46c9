/** What a project is made of, found without a model, entered by {@link dev.lindy.project.discovery.analysis.Analyzer}. */
@NullMarked
package dev.lindy.project.discovery.analysis;

import org.jspecify.annotations.NullMarked;
