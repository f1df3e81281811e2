package io.palmyra.platform.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logs are written.
 *
 * @param json one JSON object a line (Elastic Common Schema) instead of text
 */
public record LoggingSettings(@DefaultValue("false") boolean json) {}
