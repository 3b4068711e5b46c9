package dev.lindy.worker;

import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import java.util.List;

/** Names that the server knows Workflows by. */
final class WorkflowTypes {

    private WorkflowTypes() {}

    static List<String> of(List<Class<?>> implementations) {
        return implementations.stream()
                .flatMap(type -> POJOWorkflowImplMetadata.newInstance(type).getWorkflowMethods().stream())
                .map(POJOWorkflowMethodMetadata::getName)
                .toList();
    }
}
