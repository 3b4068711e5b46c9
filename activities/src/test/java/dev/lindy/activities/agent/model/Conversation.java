package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request to the model holds.
 *
 * @param lastUserText last words of the user, reminders of the CLI taken out
 * @param answersSince assistant messages since then
 * @param userTexts everything the user said, in order
 * @param tools names of the tools on offer
 * @param raw the whole request as JSON text
 */
public record Conversation(
        String lastUserText, int answersSince, List<String> userTexts, List<String> tools, String model, String raw) {

    private static final Pattern REMINDER = Pattern.compile("<system-reminder>.*?</system-reminder>", Pattern.DOTALL);

    private static final Pattern FOLDER = Pattern.compile("orking directory: (.*?)(?:\\\\n|\")");

    /** The agent's working directory as the CLI tells the model. */
    public String folder() {
        Matcher matcher = FOLDER.matcher(raw);
        return matcher.find() ? matcher.group(1) : "/nowhere";
    }

    static Conversation of(JsonNode request) {
        List<String> texts = new ArrayList<>();
        int answers = 0;
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asText();
            String text = role.equals("user") ? userText(message.path("content")) : "";
            if (role.equals("assistant")) {
                answers++;
            } else if (!text.isBlank()) {
                texts.add(text);
                answers = 0;
            }
        }
        List<String> tools = new ArrayList<>();
        request.path("tools").forEach(tool -> tools.add(tool.path("name").asText()));
        String last = texts.isEmpty() ? "" : texts.get(texts.size() - 1);
        return new Conversation(
                last, answers, texts, tools, request.path("model").asText(), request.toString());
    }

    private static String userText(JsonNode content) {
        StringBuilder text = new StringBuilder();
        if (content.isTextual()) {
            text.append(content.asText());
        }
        for (JsonNode block : content) {
            if (block.path("type").asText().equals("text")) {
                text.append(block.path("text").asText()).append('\n');
            }
        }
        String words = REMINDER.matcher(text).replaceAll("").strip();
        return words.startsWith("[structured-output-enforce]") ? "" : words;
    }
}
