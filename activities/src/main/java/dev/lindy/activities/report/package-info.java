/** Reports as Markdown and JSON, entered by {@link dev.lindy.activities.report.ReportMarkdown}. */
@NullMarked
package dev.lindy.activities.report;

import org.jspecify.annotations.NullMarked;
