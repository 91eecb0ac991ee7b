import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, isNative, isPublic, lacksCode, lacksOpenid, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines, writeText } from '../write/text.ts'

export const aspnet: Recipe = {
  id: 'aspnet',
  title: 'ASP.NET Core',
  summary: 'C# with the OpenID Connect handler of ASP.NET Core.',
  misfit: firstOf(lacksCode, isNative, isPublic, lacksOpenid, needsSecret, hasExtrasButPar),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://localhost:5000/signin-oidc' })
  const { origin } = new URL(redirect.uri)
  return {
    files: [
      ...secretFile(facts),
      { path: 'app.csproj', language: 'text', code: PROJECT },
      { path: 'Program.cs', language: 'text', code: writeProgram(facts, redirect.uri) },
    ],
    run: `set -a; . ./.env; set +a; dotnet run --urls ${origin}`,
    opens: `${origin}/`,
    redirect,
  }
}

const PROJECT = lines(
  '<Project Sdk="Microsoft.NET.Sdk.Web">',
  '  <PropertyGroup>',
  '    <TargetFramework>net9.0</TargetFramework>',
  '    <Nullable>enable</Nullable>',
  '    <ImplicitUsings>enable</ImplicitUsings>',
  '  </PropertyGroup>',
  '  <ItemGroup>',
  '    <PackageReference Include="Microsoft.AspNetCore.Authentication.OpenIdConnect" Version="9.*" />',
  '  </ItemGroup>',
  '</Project>',
)

function writeProgram({ issuer, client_id, scope, api }: AppFacts, redirect_uri: string): string {
  return lines(
    'using Microsoft.AspNetCore.Authentication;',
    'using Microsoft.AspNetCore.Authentication.Cookies;',
    'using Microsoft.AspNetCore.Authentication.OpenIdConnect;',
    'using Microsoft.IdentityModel.Protocols.OpenIdConnect;',
    '',
    'var builder = WebApplication.CreateBuilder(args);',
    'builder.Services',
    '    .AddAuthentication(options =>',
    '    {',
    '        options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;',
    '        options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;',
    '    })',
    '    .AddCookie()',
    '    .AddOpenIdConnect(options =>',
    '    {',
    `        options.Authority = ${writeText(issuer)};`,
    issuer.startsWith('http:') && [
      '        // The issuer runs on this machine, over plain http.',
      '        options.RequireHttpsMetadata = false;',
    ],
    `        options.ClientId = ${writeText(client_id)};`,
    '        options.ClientSecret = builder.Configuration["CLIENT_SECRET"];',
    '        options.ResponseType = OpenIdConnectResponseType.Code;',
    '        // form_post would need cookies that browsers keep for https alone.',
    '        options.ResponseMode = OpenIdConnectResponseMode.Query;',
    '        options.NonceCookie.SameSite = SameSiteMode.Lax;',
    '        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;',
    '        options.CorrelationCookie.SameSite = SameSiteMode.Lax;',
    '        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;',
    `        options.CallbackPath = ${writeText(new URL(redirect_uri).pathname)};`,
    '        options.UsePkce = true;',
    '        options.SaveTokens = true;',
    '        options.MapInboundClaims = false;',
    '        options.GetClaimsFromUserInfoEndpoint = true;',
    '        options.TokenValidationParameters.NameClaimType = "name";',
    '        options.Scope.Clear();',
    scope.map((one) => `        options.Scope.Add(${writeText(one)});`),
    api !== undefined && [
      '        // Whom the access token is for.',
      `        options.Resource = ${writeText(api.identifier)};`,
    ],
    '    });',
    'builder.Services.AddAuthorization();',
    '',
    'var app = builder.Build();',
    'app.UseAuthentication();',
    'app.UseAuthorization();',
    '',
    'app.MapGet("/", (HttpContext context) =>',
    '    context.User.Claims.Select(claim => new { claim.Type, claim.Value })).RequireAuthorization();',
    '',
    'app.MapGet("/logout", () => Results.SignOut(',
    '    new AuthenticationProperties { RedirectUri = "/" },',
    '    [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));',
    '',
    'app.Run();',
  )
}
