/** Every key of the project config as data, entered by {@link dev.lindy.project.config.key.ConfigKeys}; reads no file. */
@NullMarked
package dev.lindy.project.config.key;

import org.jspecify.annotations.NullMarked;
