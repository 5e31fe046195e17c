package wf.store.migration;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import wf.store.Database;

/**
 * Hands the scripts of one database to Flyway, which then need not search the class path.
 */
final class PackedScripts implements ResourceProvider {
    private final List<LoadableResource> resources = new ArrayList<>();

    PackedScripts(Database database) {
        for (Script script : Script.all()) {
            resources.add(new Packed(script.file(), script.path(database), script.text(database)));
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return resources.stream().filter(resource -> resource.getRelativePath().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources.stream().filter(resource -> fits(resource.getFilename(), prefix, suffixes)).toList();
    }

    private static boolean fits(String name, String prefix, String[] suffixes) {
        return name.startsWith(prefix) && List.of(suffixes).stream().anyMatch(name::endsWith);
    }

    private static final class Packed extends LoadableResource {
        private final String file;
        private final String path;
        private final String text;

        Packed(String file, String path, String text) {
            this.file = file;
            this.path = path;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
