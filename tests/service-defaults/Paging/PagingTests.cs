using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Tests.Paging;

public sealed class PagingTests
{
    private static readonly string[] Words = ["bb", "a", "ccc"];
    private static readonly Dictionary<string, Expression<Func<string, object?>>> Fields = new() { ["length"] = text => text.Length, ["text"] = text => text };

    [Fact]
    public async Task Create_MiddlePage_LinksKeepTheOtherParameters()
    {
        var request = Request("?page=2&perPage=10&filter[state]=open&search=a%20b");
        var page = await BindAsync(request);

        var response = PagedResponse.Create<int>([1], page, 35, request);

        Assert.Equal(new PageMeta(2, 10, 35, 4), response.Meta);
        Assert.Equal("/api/v1/things?perPage=10&filter%5Bstate%5D=open&search=a%20b&page=1", response.Links.First);
        Assert.Equal(response.Links.First, response.Links.Prev);
        Assert.EndsWith("page=3", response.Links.Next, StringComparison.Ordinal);
        Assert.EndsWith("page=4", response.Links.Last, StringComparison.Ordinal);
        Assert.Equal("open", page.Filter("state"));
        Assert.Null(page.Filter("other"));
        Assert.Equal("a b", page.Search);
    }

    [Fact]
    public async Task Create_EmptyList_OnePageWithoutNeighbours()
    {
        var request = Request("");

        var response = PagedResponse.Create<int>([], await BindAsync(request), 0, request);

        Assert.Equal(new PageMeta(1, 20, 0, 0), response.Meta);
        Assert.Null(response.Links.Prev);
        Assert.Null(response.Links.Next);
        Assert.EndsWith("page=1", response.Links.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=1&perPage=100", true)]
    [InlineData("?perPage=101", false)]
    [InlineData("?perPage=0", false)]
    [InlineData("?page=-1", false)]
    [InlineData("?page=1.5", false)]
    [InlineData("?page=", false)]
    [InlineData("?page=2147483648", false)]
    public async Task Bind_Bounds_AreKept(string query, bool accepted)
    {
        var error = await Record.ExceptionAsync(() => BindAsync(Request(query)));

        Assert.Equal(accepted, error is null);
        Assert.True(accepted || error is InvalidRequestException);
    }

    [Theory]
    [InlineData("?sort=length", "a,bb,ccc")]
    [InlineData("?sort=-length", "ccc,bb,a")]
    [InlineData("", "ccc,bb,a")]
    public async Task SortBy_AllowedField_Sorts(string query, string expected)
    {
        var sorted = Words.AsQueryable().SortBy(await BindAsync(Request(query)), Fields, "-text");

        Assert.Equal(expected, string.Join(',', sorted));
    }

    [Fact]
    public async Task SortBy_UnknownField_RefusedByName()
    {
        var page = await BindAsync(Request("?sort=-password"));

        var error = Assert.Throws<InvalidRequestException>(() => Words.AsQueryable().SortBy(page, Fields, "text"));

        Assert.Equal("sort", error.Error.Field);
    }

    [Fact]
    public void Cursor_EncodedAndDecoded_IsTheSamePlace()
    {
        var (time, id) = (new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero).AddTicks(7), Guid.CreateVersion7());

        Assert.True(Cursor.TryDecode(Cursor.Encode(time, id), out var decodedTime, out var decodedId));

        Assert.Equal((time, id), (decodedTime, decodedId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("!!!!")]
    [InlineData("________________________________")]
    public void Cursor_NotOurs_IsRefused(string? cursor) => Assert.False(Cursor.TryDecode(cursor, out _, out _));

    [Fact]
    public void CursorResponse_Next_IsTheRequestsOwnAddress()
    {
        var request = Request("?cursor=old&limit=5");

        Assert.Equal("/api/v1/things?limit=5&cursor=new", CursorResponse.Create<int>([], "new", request).Links.Next);
        Assert.Null(CursorResponse.Create<int>([], null, request).Links.Next);
    }

    private static async Task<PageQuery> BindAsync(HttpRequest request) => (await PageQuery.BindAsync(request.HttpContext, null!))!;

    private static HttpRequest Request(string query) =>
        new DefaultHttpContext { Request = { Path = "/api/v1/things", QueryString = new QueryString(query) } }.Request;
}
