using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace SocialSelling.Identity.Tests.Profile;

public sealed class AvatarTests(IdentityFactory factory)
{
    private const string Path = "/api/v1/users/me/avatar";

    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("picture.png", "xyz 800 600")]
    [InlineData("picture.webp", "xyz 100 40")]
    [InlineData("picture.jpg", "xyz 300 900")]
    public async Task Put_Picture_IsCroppedAndServed(string name, string command)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await PutAsync(person, await PictureAsync(name, command), "text/plain");
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
        var picture = await client.GetByteArrayAsync(new Uri(answer.GetProperty("avatarUrl").GetString()!).PathAndQuery, Token);

        Assert.Equal((512, 512), SizeOf(picture));
        using var profile = await person.SendAsync(HttpMethod.Get, "/api/v1/users/me");
        Assert.Contains("/objects/identity/avatars/", (await profile.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("avatarUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_PictureWithMetadata_LosesIt()
    {
        var person = await Person.RegisterAsync(client);
        var source = WithComment(await PictureAsync("plain.jpg", "xyz 600 600"), "a secret place");

        using var response = await PutAsync(person, source);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
        var picture = await client.GetByteArrayAsync(new Uri(answer.GetProperty("avatarUrl").GetString()!).PathAndQuery, Token);

        Assert.DoesNotContain("a secret place", Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a, and something more")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0 but no picture follows")]
    public async Task Put_NoPicture_Refuses(string content)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await PutAsync(person, Encoding.Latin1.GetBytes(content), "image/jpeg");

        Assert.Equal(["file"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, content.Length == 0 ? "VALIDATION_001" : "MEDIA_003"));
    }

    [Fact]
    public async Task Put_TooLarge_Refuses()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await PutAsync(person, new byte[(5 * 1024 * 1024) + 1]);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "MEDIA_002");
    }

    [Fact]
    public async Task Put_NoForm_Refuses()
    {
        var person = await Person.RegisterAsync(client);
        var request = new HttpRequestMessage(HttpMethod.Put, Path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken) },
            Content = JsonContent.Create(new { file = "x" }),
        };

        using var response = await client.SendAsync(request, Token);

        await Problem.AssertAsync(response, HttpStatusCode.UnsupportedMediaType, "REQUEST_003");
    }

    [Fact]
    public async Task Put_CutOffForm_Refuses()
    {
        var person = await Person.RegisterAsync(client);
        var request = new HttpRequestMessage(HttpMethod.Put, Path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken) },
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc")),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(["file"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Put_WorkTakesTooMuch_RefusesAndStoresNothing()
    {
        using var strict = factory.WithWebHostBuilder(builder => builder.WithoutWorkers().UseSetting("Identity:Avatars:MemoryLimit", "200"));
        var person = await Person.RegisterAsync(strict.CreateClient());
        var source = await PictureAsync("large.webp", "black 6000 6000 --bands 3");

        using var response = await PutAsync(person, source, host: strict.CreateClient());

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "MEDIA_003");
    }

    [Fact]
    public async Task Delete_Picture_IsGone()
    {
        var person = await Person.RegisterAsync(client);
        using var put = await PutAsync(person, await PictureAsync("gone.png", "xyz 64 64"));
        var address = new Uri((await put.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("avatarUrl").GetString()!).PathAndQuery;

        using var response = await person.SendAsync(HttpMethod.Delete, Path);
        using var again = await person.SendAsync(HttpMethod.Delete, Path);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (response.StatusCode, again.StatusCode));
        using var gone = await client.GetAsync(address, Token);
        await Problem.AssertAsync(gone, HttpStatusCode.NotFound, "NOT_FOUND_001");
    }

    [Fact]
    public async Task Put_ObjectStoreAway_SaysSoAndKeepsTheProfile()
    {
        using var away = factory.WithWebHostBuilder(builder => builder.WithoutWorkers().UseSetting("ObjectStore:Root", "/proc/nowhere"));
        var person = await Person.RegisterAsync(client);

        using var response = await PutAsync(person, await PictureAsync("away.png", "xyz 64 64"), host: away.CreateClient());

        await Problem.AssertAsync(response, HttpStatusCode.InternalServerError, "MEDIA_001");
        using var profile = await person.SendAsync(HttpMethod.Get, "/api/v1/users/me");
        Assert.Equal(JsonValueKind.Null, (await profile.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("avatarUrl").ValueKind);
    }

    private Task<HttpResponseMessage> PutAsync(Person person, byte[] content, string type = "image/png", HttpClient? host = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        var request = new HttpRequestMessage(HttpMethod.Put, Path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken) },
            Content = new MultipartFormDataContent { { file, "file", "../../etc/passwd" } },
        };
        return (host ?? client).SendAsync(request, Token);
    }

    private static async Task<byte[]> PictureAsync(string name, string command)
    {
        var folder = Directory.CreateTempSubdirectory("pictures-");
        try
        {
            var words = command.Split(' ');
            var raw = System.IO.Path.Combine(folder.FullName, "raw.v");
            var made = System.IO.Path.Combine(folder.FullName, name);
            await RunAsync(words[0], [raw, .. words[1..]]);
            await RunAsync("cast", [raw, made, "uchar"]);
            return await File.ReadAllBytesAsync(made, Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string operation, string[] arguments)
    {
        using var process = Process.Start("vips", [operation, .. arguments]);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Puts a comment segment behind the first marker of a JPEG.</summary>
    private static byte[] WithComment(byte[] jpeg, string comment)
    {
        var text = Encoding.ASCII.GetBytes(comment);
        var segment = new byte[text.Length + 4];
        (segment[0], segment[1]) = (0xFF, 0xFE);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(text.Length + 2));
        text.CopyTo(segment, 4);
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }

    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var at = 2; at < jpeg.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC2)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 5)));
            }
        }

        throw new InvalidDataException("No JPEG frame.");
    }
}
