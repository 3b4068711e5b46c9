package dev.lindy.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gate that a plan asks for: the gate's name and its parameters, in the order of the file. */
public record GateSpec(String gate, Map<String, Object> params) {

    public GateSpec {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
