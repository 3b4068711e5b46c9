package dev.lindy.document;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Makes parsers that tell the anchors of single values as well; Jackson's own tell those of lists and mappings alone. */
final class AnchoringYamlFactory extends YAMLFactory {
    private static final long serialVersionUID = 1;

    AnchoringYamlFactory(YAMLFactoryBuilder builder) {
        super(builder);
    }

    @Override
    protected YAMLParser _createParser(Reader reader, IOContext context) {
        return new Parser(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, reader);
    }

    private static final class Parser extends YAMLParser {

        Parser(
                IOContext context,
                int parserFeatures,
                int yamlFeatures,
                LoaderOptions options,
                @Nullable ObjectCodec codec,
                Reader reader) {
            super(context, parserFeatures, yamlFeatures, options, codec, reader);
        }

        @Override
        public @Nullable String getObjectId() throws IOException {
            return _lastEvent instanceof ScalarEvent scalar ? scalar.getAnchor() : super.getObjectId();
        }
    }
}
