namespace SocialSelling.Testing;

/// <summary>The real servers that <c>./dev test</c> has started.</summary>
public static class TestEnvironment
{
    /// <summary>Npgsql connection string of a superuser.</summary>
    public static string Postgres => Required("SOCIALSELLING_POSTGRES");

    /// <summary>host:port of Redis.</summary>
    public static string RedisEndpoint => Redis()[0];

    /// <summary>Redis' password, empty when it has none.</summary>
    public static string RedisPassword =>
        Redis().Skip(1).Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == "password")?[1] ?? "";

    /// <summary>amqp address with a virtual host of this test project's own.</summary>
    public static Uri RabbitMq => new(Required("SOCIALSELLING_RABBITMQ"));

    /// <summary>An S3 server and the bucket to use there.</summary>
    public static S3Server S3 => S3Server.Parse(Required("SOCIALSELLING_S3"));

    private static string[] Redis() => Required("SOCIALSELLING_REDIS").Split(',');

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set: run ./dev test");
}
