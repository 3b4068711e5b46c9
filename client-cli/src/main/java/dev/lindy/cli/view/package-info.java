/** What goes to the streams and how it looks, entered by {@link dev.lindy.cli.view.Console}; knows no runs. */
@NullMarked
package dev.lindy.cli.view;

import org.jspecify.annotations.NullMarked;
