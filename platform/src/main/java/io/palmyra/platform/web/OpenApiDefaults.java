package io.palmyra.platform.web;

import io.palmyra.platform.security.DeclaredRoles;
import io.palmyra.platform.security.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * What every service's OpenAPI document says alike: tokens, problems, and each operation's roles.
 */
final class OpenApiDefaults implements GlobalOperationCustomizer {
  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  static OpenAPI document(String service) {
    Schema<?> error =
        new ObjectSchema()
            .addProperty("field", new StringSchema())
            .addProperty("value", new StringSchema())
            .addProperty("allowed", new StringSchema());
    Schema<?> problem =
        new ObjectSchema()
            .addProperty("type", new StringSchema().format("uri"))
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema())
            .addProperty("instance", new StringSchema().format("uri"))
            .addProperty("errors", new ArraySchema().items(error));
    return new OpenAPI()
        .info(new Info().title("Palmyra " + service).version("v1"))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem)
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Set<Role> roles = DeclaredRoles.of(handler.getMethod()).orElse(Set.of());
    operation.addExtension("x-role", roles.stream().map(Enum::name).sorted().toList());
    operation.setSecurity(
        roles.isEmpty() ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
    ApiResponses responses = operation.getResponses();
    if (responses == null) {
      responses = new ApiResponses();
      operation.setResponses(responses);
    }
    responses.addApiResponse(
        "default",
        new ApiResponse()
            .description("What is wrong")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    return operation;
  }
}
