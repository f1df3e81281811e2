package io.palmyra.contracts.decision;

/**
 * That two persons let one order fail one check, once.
 *
 * @param id of the override
 * @param check name of the check that the order may fail; it must pass all others
 * @param proposedBy who asked for it
 * @param approvedBy who agreed, another person
 */
public record CheckOverride(String id, String check, String proposedBy, String approvedBy) {}
