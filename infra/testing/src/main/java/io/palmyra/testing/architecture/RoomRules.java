package io.palmyra.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/** The rooms of a service, and what may stand in each. */
final class RoomRules {
  private final String base;

  private RoomRules(String base) {
    this.base = base;
  }

  static List<ArchRule> of(String base) {
    var rules = new RoomRules(base);
    return List.of(
        rules.rooms(),
        rules.frontDoor(),
        rules.applicationKnowsNoNeighbour(),
        rules.applicationKnowsNoTechnology(),
        rules.outboundDoesNotKnowInbound(),
        rules.inboundGoesThroughApplication(),
        rules.plainUseCases(),
        rules.hiddenByDefault(),
        rules.shortMethods());
  }

  private ArchRule rooms() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .resideInAnyPackage(base, in("inbound"), in("application"), in("outbound"))
        .allowEmptyShould(true)
        .as("a service has the rooms inbound, application and outbound")
        .because("who knows one service finds the way in all");
  }

  private ArchRule frontDoor() {
    return classes()
        .that()
        .resideInAPackage(base)
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameEndingWith("Application")
        .orShould()
        .haveSimpleNameEndingWith("Configuration")
        .orShould()
        .haveSimpleNameEndingWith("Properties")
        .orShould()
        .haveSimpleNameEndingWith("Settings")
        .orShould()
        .haveSimpleName("package-info")
        .allowEmptyShould(true)
        .as("before the rooms stand only main, configuration and settings")
        .because("everything else has a room");
  }

  private ArchRule applicationKnowsNoNeighbour() {
    return from("application")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("inbound"), in("outbound"))
        .allowEmptyShould(true)
        .as("use cases know neither who calls them nor who serves them")
        .because("they say what they need by ports");
  }

  private ArchRule applicationKnowsNoTechnology() {
    return from("application")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..",
            "org.springframework.jdbc..",
            "org.springframework.data..",
            "org.springframework.kafka..",
            "org.apache.kafka..",
            "jakarta.persistence..",
            "jakarta.servlet..",
            "java.sql..",
            "java.net.http..")
        .allowEmptyShould(true)
        .as("use cases know no web, database or Kafka")
        .because("translation is the work of the rooms at the walls");
  }

  private ArchRule outboundDoesNotKnowInbound() {
    return from("outbound")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("inbound"))
        .allowEmptyShould(true)
        .as("outbound does not know inbound")
        .because("dependencies point to the use cases");
  }

  private ArchRule inboundGoesThroughApplication() {
    return from("inbound")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("outbound"))
        .allowEmptyShould(true)
        .as("inbound goes through the use cases")
        .because("a controller that reads tables is a use case nobody finds");
  }

  private ArchRule plainUseCases() {
    return from("application")
        .should()
        .beAnnotatedWith("org.springframework.stereotype.Component")
        .orShould()
        .beAnnotatedWith("org.springframework.stereotype.Service")
        .allowEmptyShould(true)
        .as("use cases are plain classes")
        .because("one configuration builds them, and a test can");
  }

  private ArchRule hiddenByDefault() {
    return ArchRuleDefinition.all(new TypesOfService(base))
        .should(new MostAreHidden())
        .as("most types are hidden in their package")
        .because("what is not public can be changed without asking");
  }

  private ArchRule shortMethods() {
    return classes()
        .that()
        .resideInAPackage(in("inbound"))
        .should(new ShortMethods())
        .allowEmptyShould(true)
        .as("controllers and listeners translate, call and return in ten lines")
        .because("what is longer decides something, and that belongs elsewhere");
  }

  private GivenClassesConjunction from(String room) {
    return noClasses().that().resideInAPackage(in(room));
  }

  private String in(String room) {
    return base + "." + room + "..";
  }
}
