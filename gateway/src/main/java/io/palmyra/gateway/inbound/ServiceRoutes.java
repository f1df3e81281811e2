package io.palmyra.gateway.inbound;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.palmyra.gateway.GatewayProperties;
import io.palmyra.platform.web.Problems;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Which paths lead to which service; each service checks the token itself. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceRoutes.class);
  private static final Map<String, List<String>> PATHS =
      Map.of(
          "market-data", List.of("instruments", "quotes", "bars", "feeds"),
          "sentiment", List.of("sentiment"),
          "strategy", List.of("strategies", "strategy-instances"),
          "risk",
              List.of(
                  "trading-state",
                  "halts",
                  "limits",
                  "firm-limits",
                  "overrides",
                  "controls",
                  "tiers",
                  "protection",
                  "decisions",
                  "parents"),
          "execution", List.of("orders", "venue-accounts"),
          "portfolio", List.of("accounts", "positions", "fills", "equity"));

  @Bean
  RouterFunction<ServerResponse> serviceRouter(GatewayProperties properties) {
    var builder = route("services");
    PATHS.forEach(
        (service, paths) -> {
          URI target = properties.services().get(service);
          if (target == null) {
            throw new IllegalArgumentException(
                "palmyra.gateway.services." + service + " is missing; allowed: the service's URL");
          }
          builder.add(routeTo(service, paths, target));
        });
    return builder.build();
  }

  private static RouterFunction<ServerResponse> routeTo(
      String service, List<String> paths, URI target) {
    RequestPredicate mine = request -> false;
    for (String path : paths) {
      mine = mine.or(RequestPredicates.path("/api/v1/" + path));
      mine = mine.or(RequestPredicates.path("/api/v1/" + path + "/**"));
    }
    RequestPredicate notOrderEntry =
        RequestPredicates.method(HttpMethod.POST)
            .and(RequestPredicates.path("/api/v1/orders"))
            .negate();
    RouterFunction<ServerResponse> rest =
        route(service)
            .route(mine.and(notOrderEntry), http())
            .before(uri(target))
            .onError(ResourceAccessException.class, (failure, request) -> down(service, failure))
            .build();
    RouterFunction<ServerResponse> document =
        route(service + "-openapi")
            .GET("/api/v1/openapi/" + service, http())
            .before(request -> ServerRequest.from(request).uri(document(request)).build())
            .before(uri(target))
            .onError(ResourceAccessException.class, (failure, request) -> down(service, failure))
            .build();
    return rest.and(document);
  }

  private static URI document(ServerRequest request) {
    return request.uriBuilder().replacePath("/v3/api-docs").replaceQuery(null).build();
  }

  private static ServerResponse down(String service, Throwable failure) {
    LOG.warn("service={} does not answer: {}", service, failure.getMessage());
    throw Problems.unavailable("The " + service + " service does not answer now.");
  }
}
