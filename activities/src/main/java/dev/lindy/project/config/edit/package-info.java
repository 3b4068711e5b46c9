/** Changes single values of a project config file, entered by {@link dev.lindy.project.config.edit.ConfigEdit}. */
@NullMarked
package dev.lindy.project.config.edit;

import org.jspecify.annotations.NullMarked;
