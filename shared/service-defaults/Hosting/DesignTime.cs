using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Tells whether the host is only built to be looked at, by <c>dotnet ef</c> or by the OpenAPI document generator.</summary>
public static class DesignTime
{
    /// <summary>True when nothing may be validated or connected, since no configuration is there.</summary>
    public static bool IsActive { get; } =
        EF.IsDesignTime || Assembly.GetEntryAssembly()?.GetName().Name is "GetDocument.Insider" or "dotnet-getdocument" or "ef";
}
