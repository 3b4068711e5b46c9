package dev.lindy.project.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an inbox and where it is, so that it can be changed in its place: others may append at any time, and what
 * they append must not be lost.
 *
 * @param number from 1
 * @param offset of its first byte
 * @param length without the line end, in bytes
 * @param message null where the line cannot be read
 */
record InboxLine(
        int number, int offset, int length, @Nullable Message message) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<InboxLine> of(byte[] content) {
        List<InboxLine> lines = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < content.length; number++) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            String text = new String(content, start, end - start, StandardCharsets.UTF_8);
            if (!text.isBlank()) {
                lines.add(new InboxLine(number, start, end - start, parse(text)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static @Nullable Message parse(String text) {
        try {
            return Message.of(JSON.readTree(text)).orElse(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /**
     * The same line in as many bytes with the first status that there is room for between its fields; empty where
     * there is room for none.
     */
    Optional<byte[]> withStatus(byte[] content, List<String> statuses) throws IOException {
        for (String status : statuses) {
            Optional<byte[]> changed = withStatus(content, status);
            if (changed.isPresent()) {
                return changed;
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> withStatus(byte[] content, String status) throws IOException {
        JsonNode json = JSON.readTree(content, offset, length);
        byte[] changed = JSON.writeValueAsBytes(((ObjectNode) json).put("status", status));
        if (changed.length > length) {
            return Optional.empty();
        }
        byte[] padded = Arrays.copyOf(changed, length);
        Arrays.fill(padded, changed.length, length, (byte) ' ');
        return Optional.of(padded);
    }
}
