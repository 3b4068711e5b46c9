/** What commands about a project's files print: text and JSON for each; reads nothing itself. */
@NullMarked
package dev.lindy.cli.overview;

import org.jspecify.annotations.NullMarked;
