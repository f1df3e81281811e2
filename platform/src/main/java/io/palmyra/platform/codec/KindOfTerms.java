package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Puts the kind of an instrument's terms beside their fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
interface KindOfTerms {}
