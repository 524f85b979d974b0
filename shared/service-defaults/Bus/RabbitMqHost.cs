using System.Globalization;
using MassTransit;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Takes an amqp address apart; user, password and virtual host may be percent-encoded.</summary>
internal static class RabbitMqHost
{
    public static void Configure(IRabbitMqBusFactoryConfigurator rabbit, Uri uri, string connectionName)
    {
        var secure = uri.Scheme == "amqps";
        var port = uri.Port > 0 ? uri.Port : secure ? 5671 : 5672;
        var virtualHost = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        rabbit.Host(uri.Host, ushort.Parse(port.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), virtualHost.Length == 0 ? "/" : virtualHost, connectionName, host =>
        {
            var user = uri.UserInfo.Split(':', 2);
            host.Username(user[0].Length == 0 ? "guest" : Uri.UnescapeDataString(user[0]));
            host.Password(user.Length < 2 ? "guest" : Uri.UnescapeDataString(user[1]));
            host.Heartbeat(TimeSpan.FromSeconds(15));
            host.RequestedConnectionTimeout(TimeSpan.FromSeconds(5));
            host.PublisherConfirmation = true;
            if (secure) host.UseSsl(ssl => ssl.ServerName = uri.Host);
        });
    }
}
