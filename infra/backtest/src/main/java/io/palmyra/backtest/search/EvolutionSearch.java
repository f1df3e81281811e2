package io.palmyra.backtest.search;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes where it was good: a genetic algorithm, each axis a gene from 0 to 1. A generation is bred
 * by the calling thread alone and then tried at once, so the number of threads changes nothing.
 *
 * @param trials most that are run
 * @param seed of its chance
 */
public record EvolutionSearch(int trials, long seed) implements Search {
  private static final int POPULATION = 30;

  /** Generations in a row that bring nothing new, after which it ends. */
  private static final int PATIENCE = 100;

  private static final double CROSSOVER = 0.5;
  private static final double STEP = 0.3;
  private static final double LEAP = 0.05;

  /** Steps are mostly shorter than a tenth of an axis. */
  private static final GaussianMutator.Shape NEAR = new GaussianMutator.Shape(0, 5);

  @Override
  public String text() {
    return "evolution";
  }

  @Override
  public int most(Space space) {
    return (int) Math.min(trials, space.size());
  }

  @Override
  public void run(Trials trials, Space space) {
    RandomRegistry.with(Chance.of(seed)).run(() -> evolve(trials, space));
  }

  private static void evolve(Trials trials, Space space) {
    var genes = DoubleChromosome.of(0, 1, space.axes().size());
    var engine =
        new Engine.Builder<DoubleGene, Double>(
                some -> judged(some, trials, space), Genotype.of(genes))
            .populationSize(POPULATION)
            .selector(new TournamentSelector<>(3))
            .alterers(
                new UniformCrossover<>(CROSSOVER),
                new GaussianMutator<>(STEP, NEAR),
                new Mutator<>(LEAP))
            .executor(Runnable::run)
            .build();
    int before = 0;
    int inVain = 0;
    var generations = engine.stream().iterator();
    while (!trials.isFull() && inVain < PATIENCE) {
      generations.next();
      int now = trials.all().size() + trials.dropped();
      inVain = now == before ? inVain + 1 : 0;
      before = now;
    }
  }

  private static ISeq<Phenotype<DoubleGene, Double>> judged(
      Seq<Phenotype<DoubleGene, Double>> population, Trials trials, Space space) {
    List<Point> points = population.stream().map(each -> point(each, space)).toList();
    trials.run(points);
    return IntStream.range(0, points.size())
        .mapToObj(i -> population.get(i).withFitness(fitness(points.get(i), trials)))
        .collect(ISeq.toISeq());
  }

  private static Point point(Phenotype<DoubleGene, Double> phenotype, Space space) {
    var genes = phenotype.genotype().chromosome();
    return new Point(
        IntStream.range(0, genes.length())
            .map(
                axis -> {
                  int size = space.axes().get(axis).size();
                  return Math.min(size - 1, (int) (genes.get(axis).doubleValue() * size));
                })
            .boxed()
            .toList());
  }

  /** What was not tried or does not count is worse than anything. */
  private static double fitness(Point point, Trials trials) {
    return trials
        .of(point)
        .filter(Outcome::counts)
        .map(Outcome::objective)
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
