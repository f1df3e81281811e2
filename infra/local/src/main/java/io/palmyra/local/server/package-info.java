/**
 * The real servers (Kafka, PostgreSQL, Redis) as processes of their own or as containers. Tests and
 * the local suite start them in the same way; PostgreSQL is durable in both.
 */
@NullMarked
package io.palmyra.local.server;

import org.jspecify.annotations.NullMarked;
