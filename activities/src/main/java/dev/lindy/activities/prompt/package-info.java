/** What agents and planners are told, entered by {@link dev.lindy.activities.prompt.AttemptPrompt}; reads no files and starts nothing. */
@NullMarked
package dev.lindy.activities.prompt;

import org.jspecify.annotations.NullMarked;
