package dev.lindy.activities.agent.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the program that asks a model directly gets on its standard input, as JSON.
 *
 * @param maxTokens longest answer; the model stops there in the middle of a word
 * @param schema JSON schema of the answer, an object's
 */
public record ApiQuestion(String model, int maxTokens, String prompt, JsonNode schema) {}
