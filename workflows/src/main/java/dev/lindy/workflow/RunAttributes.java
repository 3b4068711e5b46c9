package dev.lindy.workflow;

import io.temporal.common.SearchAttributeKey;

/** Search attributes of our Workflows; the Worker registers them at each start. */
public final class RunAttributes {

    public static final SearchAttributeKey<String> RUN = SearchAttributeKey.forKeyword("LindyRun");
    public static final SearchAttributeKey<String> PROJECT = SearchAttributeKey.forKeyword("LindyProject");
    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("LindyStatus");
    public static final SearchAttributeKey<String> MODULE = SearchAttributeKey.forKeyword("LindyModule");

    private RunAttributes() {}
}
