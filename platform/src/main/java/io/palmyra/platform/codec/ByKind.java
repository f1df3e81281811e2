package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Puts the name of an alternative beside its fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
interface ByKind {}
