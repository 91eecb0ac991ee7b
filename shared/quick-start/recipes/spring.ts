import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtras, isNative, isPublic, lacksCode, lacksOpenid, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines, writeText } from '../write/text.ts'

const CALLBACK = '/login/oauth2/code/valetkey'

export const spring: Recipe = {
  id: 'spring',
  title: 'Spring Boot',
  summary: 'Java with Spring Security’s OAuth 2.0 client.',
  misfit: firstOf(lacksCode, isNative, isPublic, lacksOpenid, needsSecret, hasExtras),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: `http://localhost:8080${CALLBACK}`, path: CALLBACK })
  return {
    files: [
      ...secretFile(facts),
      { path: 'pom.xml', language: 'text', code: POM },
      { path: 'src/main/resources/application.yml', language: 'text', code: writeProperties(facts, redirect.uri) },
      { path: 'src/main/java/app/Application.java', language: 'text', code: writeApplication(facts) },
    ],
    run: 'set -a; . ./.env; set +a; mvn spring-boot:run',
    opens: `${new URL(redirect.uri).origin}/`,
    redirect,
  }
}

const POM = lines(
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<project xmlns="http://maven.apache.org/POM/4.0.0">',
  '  <modelVersion>4.0.0</modelVersion>',
  '  <parent>',
  '    <groupId>org.springframework.boot</groupId>',
  '    <artifactId>spring-boot-starter-parent</artifactId>',
  '    <version>3.5.6</version>',
  '    <relativePath/>',
  '  </parent>',
  '  <groupId>app</groupId>',
  '  <artifactId>app</artifactId>',
  '  <version>1</version>',
  '  <properties>',
  '    <java.version>17</java.version>',
  '  </properties>',
  '  <dependencies>',
  ['web', 'oauth2-client'].flatMap((name) => [
    '    <dependency>',
    '      <groupId>org.springframework.boot</groupId>',
    `      <artifactId>spring-boot-starter-${name}</artifactId>`,
    '    </dependency>',
  ]),
  '  </dependencies>',
  '  <build>',
  '    <plugins>',
  '      <plugin>',
  '        <groupId>org.springframework.boot</groupId>',
  '        <artifactId>spring-boot-maven-plugin</artifactId>',
  '      </plugin>',
  '    </plugins>',
  '  </build>',
  '</project>',
)

function writeProperties({ issuer, client_id, method, scope }: AppFacts, redirect_uri: string): string {
  const { port } = new URL(redirect_uri)
  return lines(
    'server:',
    `  port: ${port || '80'}`,
    '  servlet.session.cookie.name: SESSION_VALETKEY',
    'spring:',
    '  security:',
    '    oauth2:',
    '      client:',
    '        registration:',
    '          valetkey:',
    `            client-id: ${writeText(client_id)}`,
    '            client-secret: ${CLIENT_SECRET}',
    `            client-authentication-method: ${method}`,
    '            authorization-grant-type: authorization_code',
    '            redirect-uri: "{baseUrl}/login/oauth2/code/{registrationId}"',
    '            scope:',
    scope.map((one) => `              - ${writeText(one)}`),
    '        provider:',
    '          valetkey:',
    `            issuer-uri: ${writeText(issuer)}`,
  )
}

function writeApplication({ api }: AppFacts): string {
  const customizer = 'OAuth2AuthorizationRequestCustomizers.withPkce()'
  return lines(
    'package app;',
    '',
    'import java.util.Map;',
    'import org.springframework.boot.SpringApplication;',
    'import org.springframework.boot.autoconfigure.SpringBootApplication;',
    'import org.springframework.context.annotation.Bean;',
    'import org.springframework.security.config.Customizer;',
    'import org.springframework.security.config.annotation.web.builders.HttpSecurity;',
    'import org.springframework.security.core.annotation.AuthenticationPrincipal;',
    'import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;',
    'import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;',
    'import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;',
    'import org.springframework.security.oauth2.core.oidc.user.OidcUser;',
    'import org.springframework.security.web.SecurityFilterChain;',
    'import org.springframework.web.bind.annotation.GetMapping;',
    'import org.springframework.web.bind.annotation.RestController;',
    '',
    '@SpringBootApplication',
    '@RestController',
    'public class Application {',
    '    public static void main(String[] args) {',
    '        SpringApplication.run(Application.class, args);',
    '    }',
    '',
    '    @GetMapping("/")',
    '    Map<String, Object> home(@AuthenticationPrincipal OidcUser user) {',
    '        return user.getClaims();',
    '    }',
    '',
    '    @Bean',
    '    SecurityFilterChain security(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {',
    '        var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");',
    '        // By itself Spring Security 6 sends a code_challenge for public clients only.',
    api === undefined
      ? `        requests.setAuthorizationRequestCustomizer(${customizer});`
      : [
          `        requests.setAuthorizationRequestCustomizer(${customizer}`,
          '            // Whom the access token is for.',
          `            .andThen(request -> request.additionalParameters(more -> more.put("resource", ${writeText(api.identifier)}))));`,
        ],
    '        return http',
    '            .authorizeHttpRequests(all -> all.anyRequest().authenticated())',
    '            .oauth2Login(login -> login.authorizationEndpoint(at -> at.authorizationRequestResolver(requests)))',
    '            .oauth2Client(Customizer.withDefaults())',
    '            .build();',
    '    }',
    '}',
  )
}
