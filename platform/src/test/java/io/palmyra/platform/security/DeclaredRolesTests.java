package io.palmyra.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DeclaredRolesTests {
  @RestController
  static class Forgetful {
    @GetMapping("/forgotten")
    String forgotten() {
      return "";
    }

    @GetMapping("/declared")
    @ForHalting
    String declared() {
      return "";
    }
  }

  @Test
  void namesMethodThatDeclaresNoRole() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.register(Forgetful.class, RequestMappingHandlerMapping.class);
      context.refresh();
      var roles = new DeclaredRoles(context.getBeanProvider(RequestMappingHandlerMapping.class));
      assertThatThrownBy(roles::requireAll)
          .hasMessageContaining("Forgetful#forgotten")
          .hasMessageNotContaining("#declared");
    }
  }

  @Test
  void readsRolesBehindAnnotation() throws NoSuchMethodException {
    assertThat(DeclaredRoles.of(Forgetful.class.getDeclaredMethod("declared")))
        .contains(Set.of(Role.TRADER, Role.RISK_MANAGER));
    assertThat(DeclaredRoles.of(Forgetful.class.getDeclaredMethod("forgotten"))).isEmpty();
  }
}
