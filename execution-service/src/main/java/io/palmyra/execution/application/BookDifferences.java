package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what our books differ from the venue's.
 *
 * @param missed fills, and changes of fills, that only the venue has, in its order
 * @param gone orders that the venue took up and that do not work there any more, but do here
 * @param strangers orders that work there and are not open here
 * @param positions what is held here and there, where that differs, for people and sorted
 */
record BookDifferences(
    List<VenueNotice.OfFill> missed,
    Set<ClientOrderId> gone,
    Set<ClientOrderId> strangers,
    List<String> positions) {
  BookDifferences {
    missed = List.copyOf(missed);
    gone = Set.copyOf(gone);
    strangers = Set.copyOf(strangers);
    positions = List.copyOf(positions);
  }

  /** Whether the books agree. */
  boolean none() {
    return missed.isEmpty() && gone.isEmpty() && strangers.isEmpty() && positions.isEmpty();
  }

  /** For people and the reason of a halt. */
  @Override
  public String toString() {
    return Stream.of(
            missed.stream().map(BookDifferences::only),
            sorted(gone).map(id -> "order " + id + " works here and not at the venue"),
            sorted(strangers).map(id -> "order " + id + " works at the venue and not here"),
            positions.stream())
        .flatMap(parts -> parts)
        .collect(Collectors.joining("; "));
  }

  private static String only(VenueNotice.OfFill told) {
    return switch (told) {
      case VenueNotice.Filled fill -> "fill " + fill.executionId() + " is at the venue only";
      case VenueNotice.Corrected changed ->
          "fill " + changed.executionId() + " was changed at the venue only";
    };
  }

  private static Stream<String> sorted(Set<ClientOrderId> ids) {
    return ids.stream().map(ClientOrderId::value).sorted();
  }
}
