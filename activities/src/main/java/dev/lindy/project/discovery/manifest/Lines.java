package dev.lindy.project.discovery.manifest;

import dev.lindy.project.discovery.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A manifest in a language that only its own tool can read, looked at line by line. */
public final class Lines {

    /** Longer lines are cut, in characters: nobody wrote them, and patterns would be slow on them. */
    private static final int MAX_LINE = 2_000;

    private final String file;
    private final List<String> lines;

    public Lines(String file, String text) {
        this.file = file;
        this.lines = text.lines()
                .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line)
                .toList();
    }

    /** A find of a pattern. */
    public record Found(MatchResult match, Place place) {

        public String group(int number) {
            String text = match.group(number);
            return text == null ? "" : text;
        }
    }

    public List<Found> find(Pattern pattern) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            while (matcher.find()) {
                found.add(new Found(matcher.toMatchResult(), new Place(file, i + 1)));
            }
        }
        return found;
    }

    public List<Dependency> dependencies(Pattern nameInGroupOne) {
        return find(nameInGroupOne).stream()
                .map(one -> new Dependency(one.group(1), null, one.place()))
                .toList();
    }

    /** The first line that has the name as a word of its own, or the file as a whole. */
    public Place where(String name) {
        Pattern word = Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])");
        return find(word).stream().findFirst().map(Found::place).orElse(new Place(file, 0));
    }
}
