using System.Globalization;
using MassTransit;

namespace SocialSelling.Testing;

internal static class BrokerAddress
{
    public static void Configure(IRabbitMqBusFactoryConfigurator rabbit, Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var virtualHost = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var port = ushort.Parse(uri.Port.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        rabbit.Host(uri.Host, port, virtualHost.Length == 0 ? "/" : virtualHost, "probe", host =>
        {
            host.Username(Uri.UnescapeDataString(user[0]));
            host.Password(Uri.UnescapeDataString(user[1]));
        });
    }
}
