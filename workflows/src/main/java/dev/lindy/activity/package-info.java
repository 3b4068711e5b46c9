/** The contracts of everything outside: one interface per thing, one request and one result record per method. */
@NullMarked
package dev.lindy.activity;

import org.jspecify.annotations.NullMarked;
