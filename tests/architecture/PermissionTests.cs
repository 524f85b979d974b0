using System.Reflection;
using System.Text.RegularExpressions;
using SocialSelling.Contracts.Access;

namespace SocialSelling.Architecture.Tests;

public sealed partial class PermissionTests
{
    [Fact]
    public void Catalogue_EveryPermission_IsDescribedOnce()
    {
        var constants = typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(constants, PermissionCatalogue.All.Select(permission => permission.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Permissions.All.Except(PermissionCatalogue.All.Select(permission => permission.Name)));
        Assert.Empty(PermissionCatalogue.Grantable.Select(permission => permission.Name).Except(Permissions.All));
    }

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public async Task Endpoint_AsksFor_WhatTheCatalogueHas(string service)
    {
        await using var running = await RunningService.StartAsync(service);
        var asked = running.Endpoints.SelectMany(endpoint => endpoint.Metadata.OfType<Microsoft.AspNetCore.Authorization.AuthorizationPolicy>())
            .SelectMany(policy => policy.Requirements).Select(requirement => Asked().Match(requirement.ToString() ?? ""))
            .Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct();

        Rules.None(asked.Except(PermissionCatalogue.All.Select(permission => permission.Name)));
    }

    // The record's own text: the type is not public.
    [GeneratedRegex(@"^PermissionRequirement \{ Permission = (.+) \}$")]
    private static partial Regex Asked();
}
