using System.Text;
using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Paging;

internal static class Link
{
    /// <summary>The request's own address with one query parameter replaced.</summary>
    public static string With(HttpRequest request, string name, string value)
    {
        var text = new StringBuilder(request.PathBase.ToUriComponent()).Append(request.Path.ToUriComponent());
        var separator = '?';
        foreach (var parameter in request.Query.Where(parameter => parameter.Key != name))
        {
            foreach (var item in parameter.Value)
            {
                Append(text, ref separator, parameter.Key, item ?? string.Empty);
            }
        }

        Append(text, ref separator, name, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ref char separator, string name, string value)
    {
        text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        separator = '&';
    }
}
