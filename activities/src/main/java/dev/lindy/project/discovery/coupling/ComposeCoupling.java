package dev.lindy.project.discovery.coupling;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.SourceDocument;
import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.Documents;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Compose files: a service that is built from one module depends on a service that is built from another. */
final class ComposeCoupling {

    private static final Pattern FILE = Pattern.compile("(?:docker-)?compose(?:\\.[\\w-]+)?\\.ya?ml");
    private static final JsonPointer SERVICES = JsonPointer.empty().appendProperty("services");

    private final SourceTree tree;
    private final ModuleMap modules;

    ComposeCoupling(SourceTree tree, ModuleMap modules) {
        this.tree = tree;
        this.modules = modules;
    }

    void collect(Hits hits) {
        for (Folder folder : tree.folders()) {
            for (String file : folder.files()) {
                if (FILE.matcher(file).matches()) {
                    tree.text(folder.child(file))
                            .flatMap(text -> Documents.read(text, file))
                            .ifPresent(compose -> collect(compose, folder, folder.child(file), hits));
                }
            }
        }
    }

    private void collect(SourceDocument compose, Folder folder, String file, Hits hits) {
        Map<String, DetectedModule> built = built(compose, folder);
        for (Map.Entry<String, DetectedModule> service : built.entrySet()) {
            JsonPointer needs = SERVICES.appendProperty(service.getKey()).appendProperty("depends_on");
            JsonNode list = compose.node(needs);
            for (int i = 0; i < list.size(); i++) {
                boolean isList = list.isArray();
                String name =
                        isList ? list.path(i).asText("") : Documents.keys(list).get(i);
                int line = isList
                        ? compose.at(needs.appendIndex(i)).line()
                        : compose.keyAt(needs.appendProperty(name)).line();
                DetectedModule target = built.get(name);
                if (target != null) {
                    hits.add(
                            service.getValue(),
                            target,
                            Interface.API,
                            "its service depends on this one",
                            new Evidence(new Place(file, line), "depends_on " + name));
                }
            }
        }
    }

    private Map<String, DetectedModule> built(SourceDocument compose, Folder folder) {
        Map<String, DetectedModule> built = new LinkedHashMap<>();
        JsonNode services = compose.node(SERVICES);
        for (String service : Documents.keys(services)) {
            JsonNode build = services.path(service).path("build");
            String context =
                    build.isTextual() ? build.asText() : build.path("context").asText("");
            String path = context.isEmpty() ? null : Paths.resolve(folder.path(), context);
            if (path != null) {
                modules.at(path).ifPresent(module -> built.put(service, module));
            }
        }
        return built;
    }
}
