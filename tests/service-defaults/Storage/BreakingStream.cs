namespace SocialSelling.ServiceDefaults.Tests.Storage;

/// <summary>Gives some bytes and then fails, as an upload that is cut off.</summary>
internal sealed class BreakingStream : Stream
{
    private bool given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (given) throw new IOException("Cut off.");
        given = true;
        buffer[offset] = 1;
        return 1;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
