using SocialSelling.Publisher.Features.Media;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Media;

public sealed class JpegHeaderTests
{
    [Theory]
    [InlineData(0xC0, 3)]
    [InlineData(0xC1, 3)]
    [InlineData(0xC2, 3)]
    [InlineData(0xC0, 1)]
    public void Read_UsualForms_FindsTheSize(byte frame, byte components) =>
        Assert.Equal(new JpegHeader(640, 480), Read(TestJpeg.Create(640, 480, frame, components)));

    [Fact]
    public void Read_WithAThumbnailInside_FindsTheSizeOfThePicture() =>
        Assert.Equal(new JpegHeader(4000, 3000), Read(TestJpeg.WithThumbnail(TestJpeg.Create(4000, 3000))));

    [Fact]
    public void Read_WithAThumbnailButCutOff_IsNull() => Assert.Null(Read(TestJpeg.WithThumbnail(TestJpeg.Create(4000, 3000))[..^2]));

    [Fact]
    public void Read_WithBytesAfterTheEnd_FindsTheSize() => Assert.NotNull(Read([.. TestJpeg.Create(), 1, 2, 3]));

    [Fact]
    public void Read_AnEndlessRowOfEmptySegments_IsNull()
    {
        byte[] segment = [0xFF, 0xFE, 0, 2];
        Assert.Null(Read([0xFF, 0xD8, .. Enumerable.Repeat(segment, 100_000).SelectMany(bytes => bytes)]));
    }

    [Fact]
    public void Read_AnEndlessRowOfFillBytes_IsNull() => Assert.Null(Read([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 1_000_000)]));

    [Fact]
    public void Read_DamagedAnywhere_NeverThrows()
    {
        var random = new Random(20261120);
        var picture = TestJpeg.WithThumbnail(TestJpeg.Create());
        for (var round = 0; round < 5000; round++)
        {
            var damaged = picture[..random.Next(picture.Length)];
            for (var change = random.Next(8); change > 0 && damaged.Length > 0; change--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var found = Read(damaged);
            Assert.True(found is null or { Width: > 0, Height: > 0 });
        }
    }

    private static JpegHeader? Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return JpegHeader.Read(stream);
    }
}
