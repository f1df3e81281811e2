package io.palmyra.risk.application;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.ParentDecider;
import io.palmyra.core.risk.ParentStep;
import io.palmyra.core.risk.parent.Parent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works approved orders off in children, as their plans tell. What is due is due by market time and
 * by what is stored, so that a restart goes on where the last commit stood. Called by the lane's
 * thread.
 */
public final class WorkParents implements TimedWork {
  private static final Logger LOG = LoggerFactory.getLogger(WorkParents.class);

  private final AccountBooks books;
  private final RiskViews views;

  /** Works off what stands in these books. */
  public WorkParents(AccountBooks books, RiskViews views) {
    this.books = books;
    this.views = views;
  }

  @Override
  public List<AccountId> due() {
    return books.due(book -> next(book).isPresent());
  }

  @Override
  public List<Decided> work(AccountId account) {
    AccountBook book = books.of(account);
    var made = new ArrayList<Decided>();
    for (Optional<ParentStep> step = next(book); step.isPresent(); step = next(book)) {
      book.state().apply(step.get());
      log(account, step.get());
      made.add(Decided.of(account, step.get()));
    }
    return made;
  }

  private Optional<ParentStep> next(AccountBook book) {
    return book.state().parents().working().stream()
        .flatMap(
            parent ->
                ParentDecider.next(book.state(), parent, views.of(book, parent.source(), List.of()))
                    .stream())
        .findFirst();
  }

  private static void log(AccountId account, ParentStep step) {
    Parent parent = step.parent();
    switch (step.decision()) {
      case ChildReleased child ->
          LOG.info(
              "child released account={} parent={} order={} quantity={} left={}",
              account,
              parent.id(),
              child.order().clientOrderId(),
              child.order().quantity(),
              child.rest());
      case ChildWithheld child ->
          LOG.info(
              "child withheld account={} parent={} code={} detail={}",
              account,
              parent.id(),
              child.code(),
              child.detail());
      case ParentEnded ended ->
          LOG.info(
              "parent old=working new=ended account={} parent={} reason={} filled={} of={}",
              account,
              parent.id(),
              ended.reason(),
              ended.filled(),
              ended.quantity());
      case null ->
          LOG.info(
              "children canceled account={} parent={} orders={} reason={}",
              account,
              parent.id(),
              step.commands().size(),
              parent.stopping());
    }
  }
}
