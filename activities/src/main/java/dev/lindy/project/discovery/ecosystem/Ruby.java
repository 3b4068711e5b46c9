package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Gemfile} and {@code *.gemspec}. */
final class Ruby implements Ecosystem {

    private static final Pattern GEM = Pattern.compile("^\\s*gem\\s*\\(?[\"']([^\"']+)");
    private static final Pattern LOCAL = Pattern.compile("^\\s*gem\\s*\\(?[\"']([^\"']+).*\\bpath:\\s*[\"']([^\"']+)");

    @Override
    public String name() {
        return "ruby";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        Optional<String> gemspec = folder.files().stream()
                .filter(name -> name.endsWith(".gemspec"))
                .findFirst();
        if (!folder.has("Gemfile") && gemspec.isEmpty()) {
            return Optional.empty();
        }
        String file = folder.child(folder.has("Gemfile") ? "Gemfile" : gemspec.orElseThrow());
        Lines lines = new Lines(file, tree.text(file).orElse(""));
        List<Dependency> dependencies = new ArrayList<>();
        lines.find(LOCAL)
                .forEach(one -> dependencies.add(
                        new Dependency(one.group(1), Paths.resolve(folder.path(), one.group(2)), one.place())));
        dependencies.addAll(lines.dependencies(GEM));
        return Optional.of(new Manifest(
                name(),
                "Ruby",
                file,
                gemspec.map(spec -> List.of(spec.replace(".gemspec", ""))).orElse(List.of()),
                dependencies,
                Labels.of("ruby", dependencies),
                Workspace.NONE,
                false));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(List.of(ModuleCommand.build("bundle", "bundle install")));
        if (site.folder().folders().contains("spec") || site.manifest().needs("rspec")) {
            commands.add(ModuleCommand.test("rspec", "bundle exec rspec"));
        } else if (site.manifest().needs("rails")) {
            commands.add(ModuleCommand.test("rails-test", "bin/rails test"));
        } else if (site.folder().has("Rakefile")) {
            commands.add(ModuleCommand.test("rake-test", "bundle exec rake test"));
        }
        if (site.folder().has(".rubocop.yml") || site.manifest().needs("rubocop")) {
            commands.add(ModuleCommand.lint("rubocop", "bundle exec rubocop"));
        }
        return commands;
    }
}
